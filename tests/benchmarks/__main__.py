"""Run every benchmark and print its table."""

from tests.benchmarks import play, visit

for benchmark in (play, visit):
    print(benchmark.run(), end="\n\n")
