"""Run every benchmark and print its table."""

from tests.benchmarks import ablation, boards, cost, extraction, play, studio, throughput, visit, where

for benchmark in (play, where, throughput, studio, visit, boards, extraction, ablation, cost):
    print(benchmark.run(), end="\n\n")
