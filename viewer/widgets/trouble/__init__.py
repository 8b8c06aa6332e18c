"""What a person sees when something went wrong: one dialog, one line, the report and the log."""
