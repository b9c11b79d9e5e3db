/// What kiosk and server need alike to keep things on disk: one writer that groups commits, SQLite's set-up and faults,
/// files of the owner alone, one process per directory, secrets and pauses, and what happens when something breaks.
@NullMarked
package cn.dangqun.store;

import org.jspecify.annotations.NullMarked;
