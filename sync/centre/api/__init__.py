"""What kiosks call: bundle, enrol, ask, batch."""
