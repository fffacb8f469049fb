"""Goru (고루, "evenly"): an open system for regional-development plans."""
