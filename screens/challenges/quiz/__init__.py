"""Which industry of the region is it?"""
