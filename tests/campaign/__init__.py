"""Faults in numbers too large for every test run: ``python -m tests.campaign`` runs them all."""
