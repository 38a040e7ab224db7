//! swapped
