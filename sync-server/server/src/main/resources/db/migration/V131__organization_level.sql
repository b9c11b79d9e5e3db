-- Lists of branches in the order of the tree.
CREATE INDEX organization_level ON organization (street, level, path);
