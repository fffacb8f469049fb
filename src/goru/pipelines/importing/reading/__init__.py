"""Files as they were brought, and what is printed at the places of findings. Knows no Django."""
