"""Run every benchmark and print its table."""

from tests.benchmarks import ablation, cost, extraction, play, visit

for benchmark in (play, visit, extraction, ablation, cost):
    print(benchmark.run(), end="\n\n")
