"""What points back or says less is tied to what it means, within one text."""
