"""Run every benchmark and print its table."""

from tests.benchmarks import ablation, cost, extraction, play, studio, visit

for benchmark in (play, studio, visit, extraction, ablation, cost):
    print(benchmark.run(), end="\n\n")
