"""Speed, as ratios taken side by side in one run. `make bench` runs all of it; nothing here is a test."""
