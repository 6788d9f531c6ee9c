//! Postings as their employer works on them: write, publish, close, duplicate, and what came of them.

pub mod pages;
