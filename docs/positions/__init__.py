"""The drawings of how a person lies or stands, made from one jointed figure, so that all of them share one body."""
