"""Checks the wording of Indonesian government performance indicators. The public names, and nothing else."""
