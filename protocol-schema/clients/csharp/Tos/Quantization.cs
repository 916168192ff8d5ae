using System;

namespace Tos.Protocol
{
    /// <summary>
    /// A number that travels as a count of steps, calculated in the order that STANDARD.md gives, so that both sides agree
    /// on every bit. A client that predicts movement must move by <c>Rounded(wish)</c>, which is what the server reads.
    /// </summary>
    public sealed class Quantization
    {
        public readonly double Min;
        public readonly double Max;
        /// <summary>The step is Numerator / Denominator.</summary>
        public readonly double Numerator;
        public readonly double Denominator;
        /// <summary>The highest number of steps.</summary>
        public readonly uint StepsMax;
        /// <summary>Width on the wire, 1 to 4.</summary>
        public readonly int Bytes;
        /// <summary>Numbers outside the range are brought in by whole turns, not clamped; Max is Min again.</summary>
        public readonly bool Wraps;

        public Quantization(
            double min, double max, double numerator, double denominator, uint stepsMax, int bytes, bool wraps)
        {
            Min = min;
            Max = max;
            Numerator = numerator;
            Denominator = denominator;
            StepsMax = stepsMax;
            Bytes = bytes;
            Wraps = wraps;
        }

        /// <summary>
        /// The nearest number of steps, within the range. False for NaN, and where the range wraps for what is infinite or so
        /// far away that a double has no whole steps there.
        /// </summary>
        public bool ToSteps(double number, out uint steps)
        {
            // The casts end any higher precision that a machine might calculate with.
            double offset = (double)(number - Min);
            double scaled = (double)((double)(offset * Denominator) / Numerator);
            double whole = Math.Floor((double)(scaled + 0.5));
            steps = 0;
            if (Wraps)
            {
                double turn = StepsMax + 1.0;
                double turns = (double)(Math.Floor((double)(whole / turn)) * turn);
                whole = (double)(whole - turns);
                if (!(whole >= 0 && whole <= StepsMax)) return false;
            }
            else
            {
                if (double.IsNaN(number)) return false;
                if (number <= Min) whole = 0;
                if (number >= Max) whole = StepsMax;
            }
            steps = (uint)whole;
            return true;
        }

        public double Value(uint steps)
        {
            double scaled = (double)((double)(steps * Numerator) / Denominator);
            return (double)(scaled + Min);
        }

        /// <summary>What arrives when <paramref name="number"/> is sent; NaN for a number that cannot be.</summary>
        public double Rounded(double number)
        {
            uint steps;
            return ToSteps(number, out steps) ? Value(steps) : double.NaN;
        }
    }
}
