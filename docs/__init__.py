"""Pictures for the documentation and the page that a package index shows, each made by a script."""
