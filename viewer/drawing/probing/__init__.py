"""What a straight way through the body meets, measured on the full meshes of all that is present, shown or not."""
