"""What sets a machine up for the program. No part of the program itself."""
