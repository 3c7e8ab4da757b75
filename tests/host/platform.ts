/** What `Platform` says; a Linux desktop unless told otherwise. */
export interface PlatformFlags {
  isDesktop: boolean;
  isMobile: boolean;
  isDesktopApp: boolean;
  isMobileApp: boolean;
  isIosApp: boolean;
  isAndroidApp: boolean;
  isPhone: boolean;
  isTablet: boolean;
  isMacOS: boolean;
  isWin: boolean;
  isLinux: boolean;
  isSafari: boolean;
  resourcePathPrefix: string;
}

/** `isPhone`, `isTablet`, `isIosApp` or `isAndroidApp` make it a mobile app; what is given explicitly wins. */
export function platformFlags(wanted: Partial<PlatformFlags>): PlatformFlags {
  const mobile = wanted.isMobile ?? (wanted.isPhone === true || wanted.isTablet === true || wanted.isIosApp === true || wanted.isAndroidApp === true);
  return {
    isDesktop: !mobile,
    isMobile: mobile,
    isDesktopApp: !mobile,
    isMobileApp: mobile,
    isIosApp: false,
    isAndroidApp: mobile && wanted.isIosApp !== true,
    isPhone: mobile && wanted.isTablet !== true,
    isTablet: false,
    isMacOS: false,
    isWin: false,
    isLinux: !mobile && wanted.isMacOS !== true && wanted.isWin !== true,
    isSafari: false,
    resourcePathPrefix: 'app://host/',
    ...wanted,
  };
}
