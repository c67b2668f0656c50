"""Who needs which tool."""
