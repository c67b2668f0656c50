"""Find the bad weld: drawn seams."""
