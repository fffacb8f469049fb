"""The whole of an installation in one file, and back: its database as of one moment, and the files brought in.

Left out is what is made again (issues), what is secret and of this machine (the key of sessions), and the sessions.
"""
