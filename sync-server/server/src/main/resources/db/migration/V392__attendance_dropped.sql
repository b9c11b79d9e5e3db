-- Derived from fact: written anew at the next start.
DROP TABLE attendance;
