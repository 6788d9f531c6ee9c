//! Seekers' profiles and job preferences.

pub mod pages;
