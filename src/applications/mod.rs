//! Applications: how seekers apply and employers decide.

pub mod pages;
