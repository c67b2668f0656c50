"""What a kiosk does that is not drawn: visits, the journal, sign-ups, staff work. No Kivy here."""
