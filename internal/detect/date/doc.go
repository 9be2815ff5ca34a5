// Package date finds dates of a quote that are not the transcript's: months, days of
// the month, weekdays, years and decades, and days that are told from the day of
// speaking: "last Friday" for "last Thursday".
//
// The naive way compares dates as wholes. But "1 March 2020" may be quoted as "in
// March", and "March 1" of a speech of 2020 as "1 March 2020". So the parts are
// compared each with its like, a year with a year; those that agree and stand side
// by side are then told as one date in another style. What is told from the day of
// speaking is compared first, since "two years ago" is no number of years.
//
// What a date is, and what day "tomorrow" is, is left to package calendar; the
// number of days or years that something takes to package number.
//
// Cost: the dates of one side times those of the other.
package date
