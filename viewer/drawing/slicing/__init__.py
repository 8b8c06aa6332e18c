"""The section: a plane that cuts everything on a stage, with filled faces where it cuts."""
