"""What travels between a kiosk and the centre: records, batches, receipts, tokens.

Nothing here draws and nothing here knows Kivy. The wire is described in ``docs/protocol.md``.
"""
