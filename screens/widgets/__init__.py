"""The widgets of the design: words, keys, cards, pills, the bar, the keyboard, the QR card."""
