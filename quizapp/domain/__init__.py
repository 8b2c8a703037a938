"""The rules of the game. Standard library only: no clock, no files, no framework."""
