//! What tells apart two values within one process.

use ahash::AHasher;
use std::hash::{Hash, Hasher};

/// A number that is the same for equal values. It means nothing to another process: never write it down.
pub fn digest(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = AHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
