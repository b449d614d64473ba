/** Who made an account for a demonstration: such an account is refused in production. */
export const BY_DEMONSTRATION = 'operator/demonstration';
