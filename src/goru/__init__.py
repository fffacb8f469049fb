"""Goru (고루, "evenly"): an open system for regional-development plans."""

__version__ = "0.1.0"
