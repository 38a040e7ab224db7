//! The hand-written half of a generated client.
