"""Faults made on purpose against the real programs: processes killed, wires cut, disks full."""
