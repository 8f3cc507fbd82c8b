"""From a report to text: each module is named by what it makes."""
