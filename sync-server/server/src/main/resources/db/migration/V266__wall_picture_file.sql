-- Whether a file is still named.
CREATE INDEX wall_picture_file ON wall_picture (street, file);
