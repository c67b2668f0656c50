"""The guide's mode: a group is led from stand to stand, and a scanner opens a stand."""
