"""Files from strangers, read in a process of its own that may be killed. Knows no Django."""
