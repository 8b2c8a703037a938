"""Run every benchmark and print its table."""

from tests.benchmarks import extraction, play, visit

for benchmark in (play, visit, extraction):
    print(benchmark.run(), end="\n\n")
