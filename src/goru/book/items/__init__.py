"""Items inside values: which there are, which is which in another version, one edited, a year carried over.

A value (a book, its national part, an institution's plan) is a tree of parts; some of the parts are items, which last.
Everything here is about values alone: who may edit, and what is kept of it, is the matter of domain/plans.
"""
