"""What is told: typed content, its checks and the pack a kiosk shows."""
