//! Bytes to [`Tree`](tree::Tree).

pub mod tree;
