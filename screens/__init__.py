"""What is drawn. Kivy lives here and nowhere else."""
